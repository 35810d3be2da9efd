package org.roomnight.clients;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and the server, one connection for one, and lets a {@link CalendarTranslator} speak for both. */
final class TranslatingProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int server;
    private final CalendarTranslator translator = new CalendarTranslator();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private TranslatingProxy(ServerSocket listening, int server) {
        this.listening = listening;
        this.server = server;
    }

    /** Begins to listen at {@link #port} for clients of the server at another port of this machine. */
    static TranslatingProxy to(int server) throws IOException {
        TranslatingProxy proxy =
                new TranslatingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            new Line(client, upstream).exchange();
        } catch (SocketException _) {
            // the client has gone, as clients do
        } catch (IOException | RuntimeException unexpected) {
            failure.compareAndSet(null, unexpected);
        }
    }

    /** One connection of a client with the one to the server that belongs to it. */
    private final class Line {

        private final Socket client;
        private final Socket upstream;
        private final InputStream fromClient;
        private final InputStream fromServer;

        Line(Socket client, Socket upstream) throws IOException {
            this.client = client;
            this.upstream = upstream;
            fromClient = new BufferedInputStream(client.getInputStream());
            fromServer = new BufferedInputStream(upstream.getInputStream());
        }

        /** Until one of the two closes. */
        void exchange() throws IOException {
            Optional<HttpMessage> head = HttpMessage.readHead(fromClient);
            while (head.isPresent()) {
                if (head.get().header("Expect").isPresent()) {
                    passOn(head.get());
                    return;
                }
                HttpMessage request = translator.request(head.get().withBodyOf(fromClient));
                request.write(upstream.getOutputStream());
                Optional<HttpMessage> answer = answer(request);
                if (answer.isEmpty()) {
                    return;
                }
                translator.answer(request, answer.get()).write(client.getOutputStream());
                head = HttpMessage.readHead(fromClient);
            }
        }

        private Optional<HttpMessage> answer(HttpMessage request) throws IOException {
            return request.method().equals("HEAD") ? HttpMessage.readHead(fromServer) : HttpMessage.read(fromServer);
        }

        /** Who waits to be told to go on talks to the server itself. */
        private void passOn(HttpMessage head) throws IOException {
            head.write(upstream.getOutputStream());
            Thread.ofVirtual().start(this::passOnTheRest);
            fromServer.transferTo(client.getOutputStream());
        }

        private void passOnTheRest() {
            try (upstream) {
                fromClient.transferTo(upstream.getOutputStream());
            } catch (IOException _) {
                // one of the two has gone
            }
        }
    }

    /** Fails with what went wrong in between, if anything did. */
    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
        Throwable unexpected = failure.get();
        if (unexpected != null) {
            throw new IllegalStateException("the translating proxy failed", unexpected);
        }
    }
}
