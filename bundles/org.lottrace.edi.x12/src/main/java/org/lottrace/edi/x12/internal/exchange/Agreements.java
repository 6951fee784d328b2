package org.lottrace.edi.x12.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;

/** What was agreed with each partner, in {@code partners/NAME/exchange.properties}; read again for each interchange. */
final class Agreements {

    private final Path partners;

    /** @param mappings the folder that holds {@code partners} */
    Agreements(Path mappings) {
        this.partners = mappings.resolve("partners");
    }

    /** @throws IllegalStateException if the file cannot be read or says something that is not known; the message names it */
    Agreement with(Optional<Party> partner) {
        return partner.map(party -> party.profile().mapping())
                .filter(PartnerProfile::isFolder)
                .map(mapping -> partners.resolve(mapping).resolve("exchange.properties"))
                .filter(Files::isRegularFile)
                .map(Agreements::read)
                .orElse(Agreement.USUAL);
    }

    private static Agreement read(Path file) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
            return Agreement.of(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("file " + file + " cannot be used; correct it: " + e.getMessage(), e);
        }
    }
}
