package org.lottrace.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folders of an exchange of files, for those that bring files from elsewhere and take files elsewhere: what they bring is taken
 * like a file that somebody drops.
 */
@ProviderType
public interface ExchangeFolders {
    /** @return into which files are dropped; each folder in it is a lane of its own and may be made by whoever needs it */
    Path inbox();

    /** @return in which files for partners appear, each complete */
    Path outbox();

    /** @return how long a file whose end has not come is left to its sender after it has stopped growing */
    Duration patience();

    /**
     * Whether the end of a file has come, as the inbox judges it.
     *
     * @param content of the whole file
     * @return true also when nobody can tell
     */
    boolean isComplete(byte[] content);

    /**
     * For whom a file of the outbox is.
     *
     * @param beginning its first bytes, {@value #BEGINNING} or all there are
     * @return the address of the receiver, such as {@code ZZ:MARKET}; empty when it says none
     */
    Optional<String> receiver(byte[] beginning);

    /** Bytes in which a file says for whom it is. */
    int BEGINNING = 400;
}
