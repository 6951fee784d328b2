package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.handover.store.JournalReceiverStore;

class JournalReceiverStoreContractIT extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-10-01T08:00:00.123456789Z");

    @Test
    void a_receiver_comes_back_as_it_was_saved_last_and_is_sealed_each_time() {
        JournalReceiverStore store = db.journalReceivers();
        store.save(new JournalReceiver("ERP", 3, 0, "anna", NOW));
        JournalReceiver last = new JournalReceiver("ERP", 3, 2, "ben", NOW.plusSeconds(1));
        store.save(last);
        store.save(new JournalReceiver("erp", 9, 9, "ben", NOW));

        assertEquals(Optional.of(last), store.find("ERP"));
        assertEquals(Optional.empty(), store.find("Erp"));
        assertEquals(3, seals("JOURNAL_RECEIVER"));
    }

    @Test
    void receivers_come_a_page_at_a_time() {
        JournalReceiverStore store = db.journalReceivers();
        List.of("B", "A", "C").forEach(name -> store.save(new JournalReceiver(name, 0, 0, "anna", NOW)));

        assertEquals(List.of("A", "B"), names(store.list(Optional.empty(), 2)));
        assertEquals(List.of("C"), names(store.list(Optional.of("B"), 2)));
    }

    @Test
    void what_is_rejected_is_open_until_it_is_resent() {
        JournalReceiverStore store = db.journalReceivers();
        store.save(new JournalReceiver("ERP", 9, 0, "anna", NOW));
        store.save(new JournalReceiver("OTHER", 9, 0, "anna", NOW));
        JournalRejection fifth = new JournalRejection(1, "ERP", 5, "why", "anna", NOW, Optional.empty());
        JournalRejection third = new JournalRejection(2, "ERP", 3, "why", "anna", NOW, Optional.empty());
        assertEquals(0, store.lastRejection());
        store.save(fifth);
        store.save(third);
        store.save(new JournalRejection(3, "OTHER", 1, "why", "anna", NOW, Optional.empty()));

        assertEquals(List.of(third, fifth), store.open("ERP"));
        JournalRejection resent = new JournalRejection(2, "ERP", 3, "why", "anna", NOW, Optional.of(NOW));
        store.save(resent);

        assertEquals(List.of(fifth), store.open("ERP"));
        assertEquals(List.of(fifth, resent), store.rejections("ERP", 0, 10));
        assertEquals(List.of(resent), store.rejections("ERP", 1, 10));
        assertEquals(List.of(fifth), store.rejections("ERP", 0, 1));
        assertEquals(3, store.lastRejection());
        assertEquals(4, seals("JOURNAL_REJECTION"));
    }

    private static List<String> names(List<JournalReceiver> receivers) {
        return receivers.stream().map(JournalReceiver::name).toList();
    }

    private int seals(String type) {
        return db.texts("select record_key from seal where record_type = '" + type + "'")
                .size();
    }
}
