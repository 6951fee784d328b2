package org.lottrace.edi.sftp.internal.outgoing;

/**
 * A file at the server.
 *
 * @param name without folders, as the server says it: nobody has looked whether it is a good one
 * @param size bytes
 * @param changed when it was last written to, seconds since 1970; 0 when the server does not say
 */
public record RemoteFile(String name, long size, long changed) {}
