package org.lottrace.edi.x12.internal.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/**
 * What is configured.
 *
 * @param ownAddress the address under which partners reach us; absent to take those of the company's own parties
 * @param usage ISA15 of what we send: {@code P} or {@code T}
 * @param limits what a file that comes in may hold
 * @param patience how long a file whose IEA has not come is left to its sender
 * @param folders where files come in and go out
 */
record ExchangeSettings(
        Optional<EdiAddress> ownAddress, String usage, FileLimits limits, Duration patience, Folders folders) {
    /** A file is one array of bytes in memory. */
    private static final int LARGEST_MEGABYTES = 1000;

    /** @throws IllegalArgumentException if the configuration is wrong; the message names the property */
    static ExchangeSettings of(InterchangesConfig config) {
        if (!config.usage().matches("[PT]")) {
            throw new IllegalArgumentException("usage must be P or T, not " + config.usage());
        }
        return new ExchangeSettings(
                ownAddress(config.own_address().strip()),
                config.usage(),
                limits(config),
                patience(config.patience_seconds()),
                new Folders(
                        Path.of(config.inbox()),
                        Path.of(config.archive()),
                        Path.of(config.rejected()),
                        Path.of(config.outbox())));
    }

    private static Duration patience(int seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("patience.seconds must be 0 or more, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private static FileLimits limits(InterchangesConfig config) {
        return new FileLimits(
                bytes("largest.file.megabytes", config.largest_file_megabytes()),
                bytes("largest.set.megabytes", config.largest_set_megabytes()));
    }

    private static int bytes(String property, int megabytes) {
        if (megabytes < 1 || megabytes > LARGEST_MEGABYTES) {
            throw new IllegalArgumentException(property + " must be 1 to " + LARGEST_MEGABYTES + ", not " + megabytes);
        }
        return megabytes * 1024 * 1024;
    }

    private static Optional<EdiAddress> ownAddress(String configured) {
        if (configured.isEmpty()) {
            return Optional.empty();
        }
        String[] address = configured.split(":", 2);
        if (address.length != 2) {
            throw new IllegalArgumentException(
                    "own.address must be qualifier:id such as ZZ:LOTTRACE, not " + configured);
        }
        return Optional.of(new EdiAddress(address[0], address[1]));
    }
}
