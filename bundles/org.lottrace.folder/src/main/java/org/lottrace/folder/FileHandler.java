package org.lottrace.folder;

import java.util.List;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ConsumerType;

/** What a watched folder asks about each file. */
@ConsumerType
public interface FileHandler {
    /** The code of the first problem of a file of which a part was taken all the same; its message says which. */
    String PARTLY_TAKEN = "PARTLY_TAKEN";

    /**
     * Takes a file in. It may be asked again about a file it has taken, after a crash or when the file could not be moved, and
     * about a longer version of it, when it was still being written: both must come out right.
     *
     * @param name of the file
     * @param content its bytes, as many as its size says
     * @param archived whether a file of that name is in the archive
     * @param proof to be run last in the unit of work that records what the file says: it throws when another node has the
     *     folder meanwhile
     * @return every problem; empty when the file belongs into the archive
     * @throws NotNowException if it cannot be taken for a reason of ours; it stays, as long as that lasts
     * @throws RuntimeException if it cannot be taken; after several tries it is set aside
     */
    List<Violation> take(String name, byte[] content, boolean archived, Runnable proof);

    /**
     * Waits until a file of that size may be read, for many large ones at the same time could fill the memory.
     *
     * @param bytes its size
     * @return is run when the file is done with
     * @throws InterruptedException if nobody is to wait any longer; the file stays
     * @throws NotNowException if so many wait already that no more thread is to; it and the files behind it stay until the next look
     */
    default Runnable turn(long bytes) throws InterruptedException {
        return () -> {};
    }

    /**
     * Whether a file that has stopped growing looks as if its end had come. One that does not is given its time
     * ({@link FolderSettings#patience}): its sender may be slow. After that it is taken as it is.
     *
     * @param content its bytes
     * @return true when nobody can tell
     */
    default boolean isComplete(byte[] content) {
        return true;
    }

    /**
     * A file is set aside that was not taken: it is larger than allowed, or cannot be taken. May be called again for the same
     * file, like {@link #take}.
     *
     * @param name of the file
     * @param why {@code FILE_TOO_LARGE} or {@code FILE_NOT_TAKEN}
     */
    default void refused(String name, Violation why) {}
}
