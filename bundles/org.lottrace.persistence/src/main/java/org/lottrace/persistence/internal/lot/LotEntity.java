package org.lottrace.persistence.internal.lot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code lot}. Every table that grows with the ledger names a lot by its id. */
@Entity
@Table(name = "lot")
public class LotEntity {
    static final String COLUMNS =
            "l.id, l.issuer, l.item, l.lot_number, l.production_date, l.expiry, l.supplier_lot_number,"
                    + " l.made_at, l.corrected_number";
    static final int COUNT = 9;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lot")
    @SequenceGenerator(name = "lot", sequenceName = "surrogate_id", allocationSize = 50)
    Long id;

    @Column(name = "issuer", length = 20)
    String issuer;

    @Column(name = "item", length = 30)
    String item;

    @Column(name = "lot_number", length = 20)
    String number;

    @Column(name = "production_date")
    LocalDate productionDate;

    @Column(name = "expiry")
    LocalDate expiry;

    @Column(name = "supplier_lot_number", length = TextColumn.LENGTH)
    String supplierLotNumber;

    @Column(name = "made_at", length = 10)
    String madeAt;

    @Column(name = "corrected_number", length = 20)
    String corrected;

    protected LotEntity() {}

    /** @param row with {@link #COLUMNS} first */
    LotEntity(ResultSet row) throws SQLException {
        this(row, 0);
    }

    /** @param before how many columns come before {@link #COLUMNS} */
    LotEntity(ResultSet row, int before) throws SQLException {
        id = row.getLong(before + 1);
        issuer = row.getString(before + 2);
        item = row.getString(before + 3);
        number = row.getString(before + 4);
        productionDate = row.getObject(before + 5, LocalDate.class);
        expiry = row.getObject(before + 6, LocalDate.class);
        supplierLotNumber = row.getString(before + 7);
        madeAt = row.getString(before + 8);
        corrected = row.getString(before + 9);
    }

    LotEntity(Lot lot) {
        issuer = lot.key().issuer().value();
        item = lot.key().item().value();
        number = lot.key().number().value();
        productionDate = lot.productionDate().orElse(null);
        expiry = lot.expiry().orElse(null);
        supplierLotNumber = lot.supplierLotNumber().orElse(null);
        madeAt = lot.madeAt().map(SiteId::value).orElse(null);
        corrected = lot.corrected().map(LotNumber::value).orElse(null);
    }

    public long id() {
        return id;
    }

    public LotKey key() {
        return new LotKey(new PartyId(issuer), new ItemNumber(item), new LotNumber(number));
    }

    Lot toLot() {
        return new Lot(
                key(),
                Optional.ofNullable(productionDate),
                Optional.ofNullable(expiry),
                Optional.ofNullable(supplierLotNumber),
                Optional.ofNullable(madeAt).map(SiteId::new),
                Optional.ofNullable(corrected).map(LotNumber::new));
    }
}
