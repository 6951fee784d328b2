package org.lottrace.persistence.internal.lot;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The row of the record itself, which whoever saves it changes, too; of a record that is not there, the row of a sequence of its kind.
 */
@Component
public final class JpaRecordLocks implements RecordLocks {
    private static final Map<KeptRecord, String> ROWS = new EnumMap<>(Map.of(
            KeptRecord.ITEM, "item_number from item where item_number",
            KeptRecord.PARTY, "party_code from party where party_code",
            KeptRecord.SITE, "site_code from site where site_code",
            KeptRecord.SALES_ORDER, "order_number from sales_order where order_number",
            KeptRecord.PURCHASE_ORDER, "order_number from purchase_order where order_number",
            KeptRecord.PRODUCTION_ORDER, "order_number from production_order where order_number",
            KeptRecord.TRANSFER_ORDER, "order_number from transfer_order where order_number",
            KeptRecord.IMPORT_MAPPING, "mapping_name from import_mapping where mapping_name"));

    private final CurrentSession current;
    private final JpaNumberSequences sequences;

    @Activate
    public JpaRecordLocks(@Reference CurrentSession current) {
        this.current = current;
        this.sequences = new JpaNumberSequences(current);
    }

    @Override
    public <T> T alone(KeptRecord kind, String key, Supplier<T> work) {
        return current.required(() -> {
            if (!isLocked(kind, key)) {
                sequences.next("record.new." + kind);
                isLocked(kind, key); // somebody may have made it meanwhile
            }
            return work.get();
        });
    }

    /** @return false when there is no such row */
    private boolean isLocked(KeptRecord kind, String key) {
        return current.locking(
                session -> !session.createNativeQuery("select " + ROWS.get(kind) + " = :key for update", String.class)
                        .setParameter("key", key)
                        .getResultList()
                        .isEmpty());
    }
}
