package org.roomnight.mixed;

final class SqliteMixedDoorsTest implements MixedDoorsContract {

    @Override
    public Nodes nodes() {
        return new SqliteNode();
    }
}
