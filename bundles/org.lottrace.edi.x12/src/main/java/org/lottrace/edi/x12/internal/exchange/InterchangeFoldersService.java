package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lottrace.edi.x12.internal.syntax.EdifactScanner;
import org.lottrace.folder.ExchangeFolders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The folders of {@link InterchangesService}, for transports. */
@Component(service = ExchangeFolders.class, configurationPid = InterchangesService.PID)
public final class InterchangeFoldersService implements ExchangeFolders {
    private static final int ISA07 = 7;
    private static final int ISA08 = 8;

    private final Path inbox;
    private final Path outbox;
    private final Duration patience;

    @Activate
    public InterchangeFoldersService(InterchangesConfig config) {
        this.inbox = Path.of(config.inbox());
        this.outbox = Path.of(config.outbox());
        this.patience = Duration.ofSeconds(Math.max(0, config.patience_seconds()));
    }

    @Override
    public Path inbox() {
        return inbox;
    }

    @Override
    public Path outbox() {
        return outbox;
    }

    @Override
    public Duration patience() {
        return patience;
    }

    @Override
    public boolean isComplete(byte[] content) {
        return InterchangeEnd.hasCome(content);
    }

    @Override
    public Optional<String> receiver(byte[] beginning) {
        if (EdifactScanner.isEdifact(beginning)) {
            return EdifactScanner.receiver(beginning);
        }
        String header = new String(beginning, StandardCharsets.ISO_8859_1);
        if (!header.startsWith("ISA") || header.length() < 4) {
            return Optional.empty();
        }
        String[] elements = header.split(Pattern.quote(header.substring(3, 4)), ISA08 + 2);
        return elements.length < ISA08 + 2
                ? Optional.empty()
                : Optional.of(elements[ISA07].strip() + ":" + elements[ISA08].strip());
    }
}
