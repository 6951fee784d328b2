package org.lottrace.edi.sftp.internal.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An SFTP server of a partner, on loopback. */
public interface Peer extends AutoCloseable {
    int port();

    String user();

    /** @return our private key, which the server knows */
    Path key();

    /** @return fingerprints of its host keys, each with its type before it */
    List<String> hostKeys();

    /** @return what a folder is called at the server */
    String path(Path folder);

    @Override
    void close() throws IOException;
}
