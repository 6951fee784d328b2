package org.lottrace.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a port of this machine that is as long as one to another machine: what is sent arrives later, in both directions, and what is
 * sent behind it need not wait for it.
 */
final class DelayedConnection implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket entrance;
    private final int target;
    private final long delayNanos;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Bytes, and when they may arrive; none at the end. */
    private record Chunk(byte[] bytes, long due) {}

    /** @param oneWay how long a byte is on its way in one direction */
    DelayedConnection(int target, Duration oneWay) throws IOException {
        this.target = target;
        this.delayNanos = oneWay.toNanos();
        entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        start("entrance", this::accept);
    }

    /** @return the port at its near end */
    int port() {
        return entrance.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket near = opened(entrance.accept());
            Socket far = opened(new Socket(InetAddress.getLoopbackAddress(), target));
            carry(near, far);
            carry(far, near);
        }
    }

    private Socket opened(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Chunk> onTheWay = new LinkedBlockingQueue<>();
        start("in", () -> {
            try {
                read(from.getInputStream(), onTheWay);
            } finally {
                onTheWay.add(new Chunk(new byte[0], System.nanoTime()));
            }
        });
        start("out", () -> {
            try (to) {
                write(onTheWay, to.getOutputStream());
            }
        });
    }

    private void read(InputStream in, BlockingQueue<Chunk> onTheWay) throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            onTheWay.add(new Chunk(Arrays.copyOf(buffer, read), System.nanoTime() + delayNanos));
        }
    }

    private static void write(BlockingQueue<Chunk> onTheWay, OutputStream out)
            throws IOException, InterruptedException {
        for (Chunk next = onTheWay.take(); next.bytes().length > 0; next = onTheWay.take()) {
            for (long left = next.due() - System.nanoTime(); left > 0; left = next.due() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            out.write(next.bytes());
            out.flush();
        }
    }

    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }

    /** A thread that ends when a socket is closed: by {@link #close}, or by the other side, which tries again. */
    private void start(String name, Carrying work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        if (!entrance.isClosed()) {
                            System.out.println("a connection has ended: " + e);
                        }
                    }
                },
                "delayed-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
