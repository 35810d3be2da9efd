package org.roomnight.feed;

import org.roomnight.TestServer;

final class SqliteFeedTest implements FeedContract, FeedInputContract, FeedAccessContract, ConditionalContract {

    @Override
    public TestServer server() {
        return TestServer.sqlite();
    }
}
