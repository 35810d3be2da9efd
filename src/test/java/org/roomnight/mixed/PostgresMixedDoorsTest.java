package org.roomnight.mixed;

final class PostgresMixedDoorsTest implements MixedDoorsContract {

    @Override
    public Nodes nodes() {
        return new PostgresNodes();
    }
}
