package org.lottrace.persistence.internal.item;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code item} with its pack units. */
@Entity
@Table(name = "item")
public class ItemEntity {
    @Id
    @Column(name = "item_number", length = 30)
    String number;

    @Column(name = "description", length = TextColumn.LENGTH)
    String description;

    @Column(name = "item_type", length = 20)
    ItemType type;

    @Column(name = "gtin", length = 14)
    String gtin;

    @Column(name = "base_unit", length = 3)
    String baseUnit;

    @Column(name = "shelf_life_days")
    Integer shelfLifeDays;

    @Column(name = "tracking", length = 20)
    TrackingMode tracking;

    @Column(name = "counting", length = 20)
    Counting counting;

    @Column(name = "shelf_life_from", length = 20)
    ShelfLifeStart shelfLifeFrom;

    @Column(name = "date_kind", length = 20)
    DateKind dateKind;

    /** In alphabetical order, with blanks between. */
    @Column(name = "mandatory", length = TextColumn.LENGTH)
    String mandatory;

    @Column(name = "catch_weight_percent")
    Integer catchWeightPercent;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "pack_unit", joinColumns = @JoinColumn(name = "item"))
    @OrderColumn(name = "part")
    List<PackUnitPart> packUnits;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "item_class", joinColumns = @JoinColumn(name = "item"))
    @Column(name = "class_name", length = 30)
    Set<String> classes;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "item_not_with", joinColumns = @JoinColumn(name = "item"))
    @Column(name = "class_name", length = 30)
    Set<String> notWith;

    protected ItemEntity() {}

    ItemEntity(Item item) {
        number = item.number().value();
        description = item.description();
        type = item.type();
        gtin = item.gtin().map(Gtin::value).orElse(null);
        baseUnit = item.baseUnit().code();
        shelfLifeDays = item.shelfLifeDays().orElse(null);
        packUnits = item.packUnits().stream().map(PackUnitPart::of).toList();
        classes = item.segregation().classes();
        notWith = item.segregation().notWith();
        tracking = item.profile().tracking().orElse(null);
        counting = item.profile().counting().orElse(null);
        shelfLifeFrom = item.profile().shelfLifeFrom().orElse(null);
        dateKind = item.profile().dateKind().orElse(null);
        catchWeightPercent = item.profile().catchWeightPercent().orElse(null);
        mandatory = item.profile().mandatory().isEmpty()
                ? null
                : String.join(" ", new TreeSet<>(item.profile().mandatory()));
    }

    Item toItem() {
        return new Item(
                new ItemNumber(number),
                description,
                type,
                Optional.ofNullable(gtin).map(Gtin::new),
                new UnitOfMeasure(baseUnit),
                packUnits.stream().map(PackUnitPart::toPackUnit).toList(),
                Optional.ofNullable(shelfLifeDays),
                new Segregation(classes, notWith),
                new ItemProfile(
                        Optional.ofNullable(tracking),
                        Optional.ofNullable(counting),
                        Optional.ofNullable(shelfLifeFrom),
                        Optional.ofNullable(dateKind),
                        mandatory == null ? Set.of() : Set.of(mandatory.split(" ")),
                        Optional.ofNullable(catchWeightPercent)));
    }
}
