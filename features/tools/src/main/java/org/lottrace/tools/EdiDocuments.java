package org.lottrace.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Drops files into the EDI inbox and waits until they are taken. */
final class EdiDocuments {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLISECONDS = 20;

    private final BooleanSupplier isRunning;
    private final Path inbox;
    private final Path rejected;

    /**
     * @param folder the EDI folder of LotTrace
     * @param isRunning whether LotTrace is: nobody waits for what has ended
     */
    EdiDocuments(Path folder, BooleanSupplier isRunning) {
        this.isRunning = isRunning;
        inbox = folder.resolve("inbox");
        rejected = folder.resolve("rejected");
    }

    /** @return why it was set aside, as its report says; empty when it was taken */
    List<String> handOver(Path document) throws IOException, InterruptedException {
        String name = document.getFileName().toString();
        Path dropped = inbox.resolve(name);
        Path setAside = rejected.resolve(name);
        Path report = rejected.resolve(name + ".report.txt");
        Files.createDirectories(inbox);
        Files.deleteIfExists(setAside);
        Files.deleteIfExists(report);
        // renamed in when it is complete, so that no half of it is read
        Path partial = Files.copy(document, inbox.resolve("." + name), StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, dropped, StandardCopyOption.ATOMIC_MOVE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(dropped)) {
            if (!isRunning.getAsBoolean()) {
                return List.of("nobody is there to take it out of " + inbox);
            }
            if (System.nanoTime() > deadline) {
                return List.of("nobody took it out of " + inbox + " for " + PATIENCE.toSeconds()
                        + " seconds; is the feature lottrace-edi-x12 started?");
            }
            Thread.sleep(LOOK_EVERY_MILLISECONDS);
        }
        if (!Files.exists(setAside)) {
            return List.of();
        }
        return Files.exists(report) ? Files.readAllLines(report) : List.of("set aside as " + setAside);
    }
}
