package org.lottrace.edi.sftp.internal.outgoing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files at a server, over one connection. Every method throws {@link RefusedByServerException} when the server says no, and
 * another {@link IOException} when the connection is lost or given up.
 */
public interface Remote extends AutoCloseable {
    /** @return the regular files of a folder, links left out; no more than so many */
    List<RemoteFile> list(String folder, int most) throws IOException;

    /** @return empty when no regular file is there */
    Optional<RemoteFile> find(String path) throws IOException;

    /** Writes the file to the disk, no more than so many bytes of it. Replaces what is there. */
    void download(String path, Path target, long most) throws IOException;

    /** Writes a file, from its beginning. Replaces what is there. */
    void upload(Path source, String path) throws IOException;

    /** Refused when there is a file of the new name. */
    void rename(String from, String to) throws IOException;

    void remove(String path) throws IOException;

    @Override
    void close();
}
