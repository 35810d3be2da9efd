package org.roomnight.feed;

import org.roomnight.TestServer;

final class PostgresFeedTest implements FeedContract, FeedInputContract, FeedAccessContract, ConditionalContract {

    @Override
    public TestServer server() {
        return TestServer.postgres();
    }
}
