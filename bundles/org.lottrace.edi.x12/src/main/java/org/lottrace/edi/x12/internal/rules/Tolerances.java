package org.lottrace.edi.x12.internal.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.partner.PartnerProfile;

/**
 * What a partner may get wrong: {@code tolerated} in {@code partners/NAME/CODE.properties} names the codes of problems that are noted
 * with the interchange and refuse nothing. What makes the meaning of a set uncertain can never be tolerated.
 */
public final class Tolerances {
    /** Counts and control numbers that contradict, form of single values, segments out of order. */
    private static final Set<String> TOLERABLE = Set.of(
            "INTERCHANGE_CONTROL_DIFFERS",
            "GROUP_COUNT_DIFFERS",
            "GROUP_CONTROL_DIFFERS",
            "SET_COUNT_DIFFERS",
            "SEGMENT_COUNT_DIFFERS",
            "HL_COUNT_DIFFERS",
            "LINE_COUNT_DIFFERS",
            "CHARACTER_SET_DIFFERS",
            "SSCC_INVALID",
            "IMPLEMENTATION_SEGMENT_BELOW_MINIMUM_USE",
            "SEGMENT_NOT_IN_PROPER_SEQUENCE",
            "REQUIRED_DATA_ELEMENT_MISSING",
            "CONDITIONAL_REQUIRED_DATA_ELEMENT_MISSING",
            "DATA_ELEMENT_TOO_SHORT",
            "DATA_ELEMENT_TOO_LONG",
            "INVALID_CODE_VALUE",
            "INVALID_DATE");

    private final Path partners;

    /** @param mappings the folder that holds {@code partners} */
    Tolerances(Path mappings) {
        this.partners = mappings.resolve("partners");
    }

    /**
     * @param mapping of the partner's profile
     * @param code of the transaction set
     * @return codes of problems that are only noted
     * @throws MappingUnusableException if the file cannot be read or names another code; the message names it
     */
    Set<String> of(String mapping, String code) {
        Path file = partners.resolve(mapping).resolve(code + ".properties");
        if (!PartnerProfile.isFolder(mapping) || !Files.isRegularFile(file)) {
            return Set.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Properties properties = new Properties();
            properties.load(in);
            return of(properties);
        } catch (IOException | IllegalArgumentException e) {
            throw new MappingUnusableException("file " + file + " cannot be used; correct it: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException if they name another code; the message names it */
    public static Set<String> of(Properties properties) {
        Set<String> codes = Arrays.stream(
                        properties.getProperty("tolerated", "").split("[\\s,]+"))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        codes.stream().filter(name -> !TOLERABLE.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("\"" + name + "\" cannot be tolerated; these can be: "
                    + TOLERABLE.stream().sorted().toList());
        });
        return codes;
    }
}
