package org.lottrace.edi.warehouse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.lottrace.api.partner.PartnerProfile;

/** What is agreed with a partner about documents of its warehouse: {@code partners/NAME/warehouse.properties}, read each time. */
final class WarehouseFolder {
    private static final String DOCUMENTS = "documents";
    private static final Set<String> VALUES = Set.of("NONE", "X12");

    private final Path partners;

    /** @param mappings the folder that holds {@code partners} */
    WarehouseFolder(Path mappings) {
        partners = mappings.resolve("partners");
    }

    /**
     * @param mapping name of the partner's folder
     * @return whether our transfers and shipping orders go to the partner by X12
     * @throws IllegalArgumentException if the file says something that is not known; the message names it
     */
    boolean isSentByX12(String mapping) {
        Path file = partners.resolve(PartnerProfile.isFolder(mapping) ? mapping : "")
                .resolve("warehouse.properties");
        if (!Files.exists(file)) {
            return false;
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        String value = properties.getProperty(DOCUMENTS, "NONE").strip();
        if (!VALUES.contains(value) || !Set.of(DOCUMENTS).containsAll(properties.stringPropertyNames())) {
            throw new IllegalArgumentException(file + ": the only setting is " + DOCUMENTS + ", which is NONE or X12");
        }
        return value.equals("X12");
    }
}
