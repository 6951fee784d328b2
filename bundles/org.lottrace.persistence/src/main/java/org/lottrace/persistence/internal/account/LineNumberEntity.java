package org.lottrace.persistence.internal.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.Account;

/** A row of {@code handed_over_line}. */
@Entity
@Table(name = "handed_over_line")
public class LineNumberEntity {
    @EmbeddedId
    Key id;

    @Column(name = "account", length = 30)
    String account;

    @Column(name = "account_number", length = 30)
    String number;

    @Column(name = "rule_version")
    Long version;

    protected LineNumberEntity() {}

    LineNumberEntity(long entry, int part, EntryNumbers.Line of) {
        id = new Key(entry, part);
        account = of.account().code();
        number = of.number().orElse(null);
        version = of.version().orElse(null);
    }

    EntryNumbers.Line toLine() {
        return new EntryNumbers.Line(
                Coded.of(Account.class, account), Optional.ofNullable(number), Optional.ofNullable(version));
    }

    /**
     * @param entry number of the entry
     * @param part place in its list of lines, from 0
     */
    @Embeddable
    public record Key(
            @Column(name = "entry_number") long entry,
            @Column(name = "part") int part) implements Serializable {}
}
