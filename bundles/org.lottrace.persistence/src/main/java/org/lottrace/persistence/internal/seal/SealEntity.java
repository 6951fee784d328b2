package org.lottrace.persistence.internal.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Optional;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.seal.store.ChainedSeal;
import org.lottrace.api.seal.store.Seal;

/** A row of {@code seal}. {@link Seals} inserts them. */
@Entity
@Table(name = "seal")
public class SealEntity {
    @Id
    @Column(name = "id")
    Long id;

    @Column(name = "record_type", length = 20)
    String type;

    @Column(name = "record_key", length = 100)
    String recordKey;

    @Column(name = "record_part")
    int part;

    @Column(name = "content", length = 64)
    String content;

    @Column(name = "chain_position")
    Long chainPosition;

    @Column(name = "chain_hash", length = 64)
    String chainHash;

    protected SealEntity() {}

    /** @return empty when LotTrace has not written it: there are no such records, or no such keys of them */
    Optional<SealedRecord> record() {
        return Arrays.stream(SealedRecord.values())
                .filter(record -> record.name().equals(type) && record.keyType().fits(recordKey))
                .findFirst();
    }

    RecordKey key() {
        return new RecordKey(recordKey, part);
    }

    Tampering unknown() {
        return new Tampering("seal", "id " + id, Optional.empty(), "there is no record " + type + " " + recordKey);
    }

    Seal toSeal() {
        return new Seal(id, type, recordKey + "/" + part, content);
    }

    ChainedSeal toChained() {
        return new ChainedSeal(chainPosition, toSeal(), String.valueOf(chainHash));
    }
}
