package org.lottrace.api.configuration;

import java.util.List;
import java.util.Objects;

/**
 * A part of LotTrace that can be set.
 *
 * @param id its identifier (PID of OSGi Configuration Admin), which its file in {@code etc} is named by
 * @param name for people
 * @param description what it is about
 * @param settings in the order in which the part gives them
 */
public record ConfiguredPart(String id, String name, String description, List<Setting> settings) {
    public ConfiguredPart {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        settings = List.copyOf(settings);
    }
}
