package org.lottrace.persistence.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands before the PostgreSQL of the build, which others need: whoever comes through here sees it go down and come back. */
public final class Relay implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("localhost:([0-9]+)");

    private final String server;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Semaphore flow = new Semaphore(1);
    private ServerSocket door;
    private int ownPort;

    /** @param server URL of a database of {@link EmbeddedPostgresql} */
    public Relay(String server) throws IOException {
        this.server = server;
        Matcher address = ADDRESS.matcher(server);
        address.find();
        port = Integer.parseInt(address.group(1));
        comeBack();
    }

    /** @return the URL of the database through here */
    public String url() {
        return server.replace("localhost:" + port, "127.0.0.1:" + ownPort);
    }

    public void goDown() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Takes what is sent, and passes nothing on. */
    public void fallSilent() {
        flow.acquireUninterruptibly();
    }

    public void speakAgain() {
        flow.release();
    }

    /** At the port where it was. */
    public void comeBack() throws IOException {
        door = new ServerSocket(ownPort);
        ownPort = door.getLocalPort();
        ServerSocket accepting = door;
        started(() -> {
            while (true) {
                Socket client = accepting.accept();
                Socket behind = new Socket("localhost", port);
                open.add(client);
                open.add(behind);
                started(() -> pass(client, behind));
                started(() -> pass(behind, client));
            }
        });
    }

    @Override
    public void close() throws IOException {
        goDown();
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                flow.acquireUninterruptibly();
                flow.release();
                out.write(bytes, 0, n);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A thread that ends when its socket is closed. */
    private static void started(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
