package org.lottrace.edi.warehouse.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.partner.PartnerProfile;

/** What is agreed with a partner about documents of a warehouse, that it runs for us or we for it: {@code partners/NAME/warehouse.properties}, read each time. */
final class WarehouseFolder {
    private static final String DOCUMENTS = "documents";
    private static final Set<String> VALUES = Set.of("NONE", "X12");
    private static final String SITES = "sites";

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
        return read(mapping).getProperty(DOCUMENTS, "NONE").strip().equals("X12");
    }

    /**
     * @param mapping name of the partner's folder
     * @return the sites of ours that we run for the partner, who is told by X12 944 and 945 of what comes and leaves there
     * @throws IllegalArgumentException as {@link #isSentByX12}
     */
    Set<SiteId> sitesRunFor(String mapping) {
        return Arrays.stream(read(mapping).getProperty(SITES, "").split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(SiteId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Properties read(String mapping) {
        Path file = partners.resolve(PartnerProfile.isFolder(mapping) ? mapping : "")
                .resolve("warehouse.properties");
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        if (!VALUES.contains(properties.getProperty(DOCUMENTS, "NONE").strip())
                || !Set.of(DOCUMENTS, SITES).containsAll(properties.stringPropertyNames())) {
            throw new IllegalArgumentException(
                    file + ": the only settings are " + DOCUMENTS + ", which is NONE or X12, and " + SITES
                            + ", the codes of the sites that we run for the partner, with commas between");
        }
        return properties;
    }
}
