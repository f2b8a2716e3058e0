package io.quittance.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever a hostile file names: it counts who calls. */
final class Listener implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicInteger calls = new AtomicInteger();

    private Listener(ServerSocket socket) {
        this.socket = socket;
    }

    static Listener start() throws IOException {
        var listener = new Listener(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("listener").start(listener::listen);
        return listener;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                calls.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
