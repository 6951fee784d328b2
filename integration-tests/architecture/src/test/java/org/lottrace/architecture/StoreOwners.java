package org.lottrace.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code owners.txt}. */
final class StoreOwners {
    /** Implements every store. */
    private static final String PERSISTENCE = "org.lottrace.persistence";

    private static final Map<String, Set<String>> ROWS = read();

    private StoreOwners() {}

    /**
     * @param store name of a store interface
     * @return whether the bundle may write it; nobody may when nobody owns it
     */
    static boolean mayWrite(String bundle, String store) {
        return bundle.equals(PERSISTENCE) || ownersOf(store).contains(bundle);
    }

    /** @return what the nearest line says: of the interface, or else of its package */
    private static Set<String> ownersOf(String store) {
        String ofPackage = store.substring(0, store.lastIndexOf('.'));
        return ROWS.getOrDefault(store, ROWS.getOrDefault(ofPackage, Set.of()));
    }

    private static Map<String, Set<String>> read() {
        try (InputStream table = StoreOwners.class.getResourceAsStream("/owners.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .collect(Collectors.toMap(
                            words -> words.get(0), words -> Set.copyOf(words.subList(1, words.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
