package org.lottrace.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;

/**
 * One node at a time takes files out of a folder that several may watch. The lease has the name that stands in the folder itself:
 * nodes that see the same folder, by whatever path, share it; two that have folders of their own do not.
 */
final class Turn {
    /** A node that dies while it takes a file keeps the others waiting so long. */
    static final Duration LASTS = Duration.ofMinutes(1);

    private static final String NAME = ".lottrace-folder";

    private final Path folder;
    private final String part;
    private final Leases leases;
    private Optional<Lease> mine = Optional.empty();

    /** @param part which of its files, when others are taken at the same time; else empty */
    Turn(Path folder, String part, Leases leases) {
        this.folder = folder;
        this.part = part.isEmpty() ? "" : "/" + part;
        this.leases = leases;
    }

    /** @return false while another node has it */
    boolean take() throws IOException {
        Optional<Lease> renewed = mine.flatMap(lease -> leases.renew(lease, LASTS));
        if (renewed.isPresent()) {
            mine = renewed;
        } else {
            String name = name();
            mine = name.isBlank() ? Optional.empty() : leases.acquire("folder/" + name + part, LASTS);
        }
        return mine.isPresent();
    }

    /**
     * Last in the unit of work that records what a file says.
     *
     * @throws org.lottrace.api.lease.LeaseLostException if another node has taken it meanwhile
     */
    void check() {
        leases.check(mine.orElseThrow());
    }

    void end() {
        Optional<Lease> ended = mine;
        mine = Optional.empty();
        ended.ifPresent(leases::release);
    }

    /** @return blank while another node is just writing it */
    private String name() throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            try {
                Files.writeString(
                        file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                return "";
            }
        }
        return Files.readString(file).strip();
    }
}
