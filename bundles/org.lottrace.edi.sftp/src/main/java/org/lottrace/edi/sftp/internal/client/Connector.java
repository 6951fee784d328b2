package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import org.lottrace.edi.sftp.internal.outgoing.Remote;

/** Makes a connection to the server of a partner. */
interface Connector extends AutoCloseable {
    /**
     * @return a connection that gives up by itself when nothing moves on it
     * @throws IOException with what is wrong and what to do
     */
    Remote connect() throws IOException;

    @Override
    void close();
}
