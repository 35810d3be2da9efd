package org.roomnight.serving;

import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.roomnight.kernel.Deadline;

/**
 * What every request of the main port goes through first. It binds the {@link Deadline} of the request, whose clock
 * stands still while the server waits for its client: how long that may take is for {@link TransferRate} to say.
 */
final class FrontHandler extends Handler.Wrapper {

    private final OpenConnections connections;

    FrontHandler(OpenConnections connections, @Nullable Handler next) {
        super(next);
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        OpenConnection connection = connections.of(request);
        if (connection == null) {
            callback.failed(new EofException("the connection was closed"));
            return true;
        }
        TimedExchange exchange =
                new TimedExchange(request, connections::nanos, () -> connection.end(connections.nanos()));
        if (!connection.begin(exchange)) {
            callback.failed(new EofException("the connection was cut"));
            return true;
        }
        request.addHttpStreamWrapper(exchange::measured);
        return Deadline.in(Deadline.OF_REQUEST, exchange).scope().call(() -> super.handle(request, response, callback));
    }
}
