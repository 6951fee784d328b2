package org.lottrace.edi.as2.internal.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.lottrace.folder.ExchangeFolders;

/** An exchange whose files begin with {@code FOR:address} and end with {@code END}. */
public record TestFolders(Path inbox, Path outbox, Duration patience) implements ExchangeFolders {
    public static TestFolders in(Path folder) throws IOException {
        return new TestFolders(
                Files.createDirectories(folder.resolve("inbox")),
                Files.createDirectories(folder.resolve("outbox")),
                Duration.ofMinutes(2));
    }

    @Override
    public boolean isComplete(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).endsWith("END");
    }

    @Override
    public Optional<String> receiver(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.UTF_8);
        return text.startsWith("FOR:") ? Optional.of(text.substring(4).split(" ")[0]) : Optional.empty();
    }
}
