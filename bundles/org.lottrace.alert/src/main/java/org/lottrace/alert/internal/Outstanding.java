package org.lottrace.alert.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.health.HealthStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was told of each check or lot, and what is still to be delivered, kept over a restart. Used by one thread. */
final class Outstanding {
    static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Outstanding.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final Map<String, HealthStatus> told = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    private Outstanding(Optional<Path> file) {
        this.file = file;
    }

    /** @throws IOException if there is a file and it cannot be read */
    static Outstanding in(Optional<Path> file) throws IOException {
        Outstanding kept = new Outstanding(file);
        if (file.isPresent() && Files.exists(file.get())) {
            kept.read(Files.readAllBytes(file.get()));
        }
        return kept;
    }

    static Outstanding anew(Optional<Path> file) {
        return new Outstanding(file);
    }

    Map<String, HealthStatus> told() {
        return told;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** It is told of the check from now on, and to be delivered by each way. */
    void add(Alert alert, List<Way> ways) {
        if (alert.status() == HealthStatus.OK) {
            told.remove(alert.check());
        } else {
            told.put(alert.check(), alert.status());
        }
        deliver(alert, ways);
    }

    /** To be delivered by each way. */
    void deliver(Alert alert, List<Way> ways) {
        ways.forEach(way -> deliveries.add(new Delivery(way.name(), alert)));
        while (deliveries.size() > MOST) {
            LOG.error(
                    "too many alerts wait, the oldest is dropped alert={}",
                    deliveries.remove(0).alert());
        }
    }

    void delivered(Delivery delivery) {
        deliveries.remove(delivery);
    }

    /** Whole or not at all. */
    void save() throws IOException {
        if (file.isEmpty()) {
            return;
        }
        Files.createDirectories(file.get().toAbsolutePath().getParent());
        Path partial = file.get().resolveSibling(file.get().getFileName() + ".new");
        Files.write(partial, write());
        Files.move(partial, file.get(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] write() throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("told", told);
        all.put("deliveries", deliveries.stream().map(Outstanding::row).toList());
        return JSON.writeValueAsBytes(all);
    }

    private static Map<String, Object> row(Delivery delivery) {
        Alert alert = delivery.alert();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("way", delivery.way());
        row.put("id", alert.id());
        row.put("host", alert.host());
        row.put("check", alert.check());
        row.put("status", alert.status().name());
        row.put("at", alert.at().toString());
        row.put("messages", alert.messages());
        return row;
    }

    private void read(byte[] text) throws IOException {
        try {
            var all = JSON.readTree(text);
            told.putAll(JSON.convertValue(all.path("told"), new TypeReference<Map<String, HealthStatus>>() {}));
            for (var row : all.path("deliveries")) {
                deliveries.add(new Delivery(
                        row.path("way").asText(),
                        new Alert(
                                row.path("id").asText(),
                                row.path("host").asText(),
                                row.path("check").asText(),
                                HealthStatus.valueOf(row.path("status").asText()),
                                Instant.parse(row.path("at").asText()),
                                JSON.convertValue(row.path("messages"), new TypeReference<List<String>>() {}))));
            }
        } catch (RuntimeException damaged) {
            throw new IOException(file.orElseThrow() + " is damaged", damaged);
        }
    }

    /** @param way name of it */
    record Delivery(String way, Alert alert) {}
}
