package org.lottrace.edi.sftp.internal;

/** A way files come or go by SFTP, as health asks for it. */
public interface Connection {
    /** Answers at once, from memory and the disk. */
    ConnectionReport report();
}
