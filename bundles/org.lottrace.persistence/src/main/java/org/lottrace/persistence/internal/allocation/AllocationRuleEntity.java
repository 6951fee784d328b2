package org.lottrace.persistence.internal.allocation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** A row of {@code allocation_rule}. */
@Entity
@Table(name = "allocation_rule")
public class AllocationRuleEntity {
    @Id
    @Column(name = "rule_version")
    long version;

    @Column(name = "item", length = 30)
    String item;

    @Column(name = "item_class", length = 30)
    String itemClass;

    @Column(name = "customer", length = 20)
    String customer;

    @Column(name = "channel", length = 20)
    String channel;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "from_day")
    LocalDate from;

    @Column(name = "rotation", length = 20)
    String rotation;

    @Column(name = "remaining_days")
    Integer remainingDays;

    @Column(name = "remaining_percent")
    Integer remainingPercent;

    @Column(name = "good_until")
    LocalDate goodUntil;

    @Column(name = "blocked_days")
    Integer blockedDays;

    @Column(name = "never_older")
    Boolean neverOlder;

    @Column(name = "transit_days")
    Integer transitDays;

    @Column(name = "single_lot_days")
    Integer singleLotDays;

    @Column(name = "maximum_lots")
    Integer maximumLots;

    @Column(name = "full_pallets_first")
    Boolean fullPalletsFirst;

    @Column(name = "pick_faces_first")
    Boolean pickFacesFirst;

    @Column(name = "remainders_first")
    Boolean remaindersFirst;

    @Column(name = "whole_unit", length = 3)
    String wholeUnit;

    @Column(name = "same_attribute", length = 60)
    String sameAttribute;

    @Column(name = "takes_substitutes")
    Boolean takesSubstitutes;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "allocation_rule_substitute", joinColumns = @JoinColumn(name = "rule_version"))
    @OrderColumn(name = "part")
    List<Replacement> substitutes;

    @Column(name = "pick_path_first")
    Boolean pickPathFirst;

    @Column(name = "minimum_age_days")
    Integer minimumAgeDays;

    @Column(name = "quarantine_days")
    Integer quarantineDays;

    @Column(name = "coldest", precision = 21, scale = 6)
    BigDecimal coldest;

    @Column(name = "warmest", precision = 21, scale = 6)
    BigDecimal warmest;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "allocation_rule_attribute", joinColumns = @JoinColumn(name = "rule_version"))
    @OrderColumn(name = "part")
    List<Sufficient> attributes;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "allocation_rule_class", joinColumns = @JoinColumn(name = "rule_version"))
    @OrderColumn(name = "part")
    @Column(name = "item_class", length = 30)
    List<String> withoutClasses;

    @Column(name = "reason", length = 2000)
    String reason;

    @Column(name = "said_by", length = 200)
    String by;

    @Column(name = "said_at")
    Instant at;

    protected AllocationRuleEntity() {}

    AllocationRuleEntity(AllocationRule rule) {
        version = rule.version();
        RuleScope scope = rule.change().scope();
        item = scope.item().map(ItemNumber::value).orElse(null);
        itemClass = scope.itemClass().orElse(null);
        customer = scope.customer().map(PartyId::value).orElse(null);
        channel = scope.channel().map(ChannelId::value).orElse(null);
        site = scope.site().map(SiteId::value).orElse(null);
        from = rule.change().from();
        RuleTerms terms = rule.change().terms();
        rotation = terms.rotation().map(Rotation::code).orElse(null);
        remainingDays = terms.minimumRemainingDays().orElse(null);
        remainingPercent = terms.minimumRemainingPercent().orElse(null);
        goodUntil = terms.goodUntil().orElse(null);
        blockedDays = terms.blockedDaysBeforeExpiry().orElse(null);
        neverOlder = terms.neverOlderThanLast().orElse(null);
        transitDays = terms.transitDays().orElse(null);
        singleLotDays = terms.singleLotWithinDays().orElse(null);
        maximumLots = terms.maximumLots().orElse(null);
        fullPalletsFirst = terms.fullPalletsFirst().orElse(null);
        pickFacesFirst = terms.pickFacesFirst().orElse(null);
        remaindersFirst = terms.remaindersFirst().orElse(null);
        wholeUnit = terms.wholeUnit().map(UnitOfMeasure::code).orElse(null);
        sameAttribute = terms.sameAttribute().orElse(null);
        substitutes = terms.substitutes().stream().map(Replacement::of).toList();
        takesSubstitutes = terms.takesSubstitutes().orElse(null);
        pickPathFirst = terms.pickPathFirst().orElse(null);
        LotDemands demands = terms.demands().orElse(LotDemands.NONE);
        minimumAgeDays = demands.minimumAgeDays().orElse(null);
        quarantineDays = demands.quarantineDays().orElse(null);
        coldest = demands.coldest().map(Quantity::amount).orElse(null);
        warmest = demands.warmest().map(Quantity::amount).orElse(null);
        attributes =
                demands.attributes().stream().flatMap(one -> Sufficient.of(one)).toList();
        withoutClasses = demands.withoutClasses();
        reason = rule.change().reason();
        by = rule.by();
        at = rule.at();
    }

    /**
     * Each list is fetched by a statement of its own, of which there are as many for a thousand rules as for one.
     *
     * @param withAttributes the same row with its attributes
     * @param withClasses the same row with its classes of items
     */
    AllocationRule toRule(AllocationRuleEntity withAttributes, AllocationRuleEntity withClasses) {
        LotDemands demands = demands(withAttributes.attributes, withClasses.withoutClasses);
        return new AllocationRule(version, new RuleChange(scope(), from, terms(demands), reason), by, at);
    }

    private RuleScope scope() {
        return new RuleScope(
                Optional.ofNullable(item).map(ItemNumber::new),
                Optional.ofNullable(itemClass),
                Optional.ofNullable(customer).map(PartyId::new),
                Optional.ofNullable(channel).map(ChannelId::new),
                Optional.ofNullable(site).map(SiteId::new));
    }

    private RuleTerms terms(LotDemands demands) {
        return new RuleTerms(
                Optional.ofNullable(rotation).map(code -> Coded.of(Rotation.class, code)),
                Optional.ofNullable(remainingDays),
                Optional.ofNullable(remainingPercent),
                Optional.ofNullable(goodUntil),
                Optional.ofNullable(blockedDays),
                Optional.ofNullable(neverOlder),
                Optional.ofNullable(transitDays),
                Optional.ofNullable(singleLotDays),
                Optional.ofNullable(maximumLots),
                Optional.ofNullable(fullPalletsFirst),
                Optional.ofNullable(pickFacesFirst),
                Optional.ofNullable(remaindersFirst),
                Optional.ofNullable(wholeUnit).map(UnitOfMeasure::new),
                Optional.ofNullable(sameAttribute),
                substitutes.stream().map(Replacement::toSubstitute).toList(),
                Optional.ofNullable(takesSubstitutes),
                Optional.of(demands),
                Optional.ofNullable(pickPathFirst));
    }

    private LotDemands demands(List<Sufficient> attributes, List<String> withoutClasses) {
        Map<String, List<String>> sufficient = attributes.stream()
                .collect(Collectors.groupingBy(
                        Sufficient::attribute,
                        LinkedHashMap::new,
                        Collectors.flatMapping(one -> Stream.ofNullable(one.suffices()), Collectors.toList())));
        return new LotDemands(
                Optional.ofNullable(minimumAgeDays),
                Optional.ofNullable(quarantineDays),
                Optional.ofNullable(coldest).map(AllocationRuleEntity::celsius),
                Optional.ofNullable(warmest).map(AllocationRuleEntity::celsius),
                sufficient.entrySet().stream()
                        .map(one -> new WantedAttribute(one.getKey(), one.getValue()))
                        .toList(),
                withoutClasses);
    }

    private static Quantity celsius(BigDecimal degrees) {
        return new Quantity(degrees, new UnitOfMeasure("CEL"));
    }

    /** A row of {@code allocation_rule_attribute}. */
    @Embeddable
    public record Sufficient(
            @Column(name = "attribute", length = 60) String attribute,
            @Column(name = "suffices", length = 200) String suffices) {
        static Stream<Sufficient> of(WantedAttribute wanted) {
            return wanted.oneOf().isEmpty()
                    ? Stream.of(new Sufficient(wanted.attribute(), null))
                    : wanted.oneOf().stream().map(value -> new Sufficient(wanted.attribute(), value));
        }
    }

    /** A row of {@code allocation_rule_substitute}. */
    @Embeddable
    public record Replacement(
            @Column(name = "item", length = 30) String item,

            @Column(name = "ordered", precision = 21, scale = 6)
            BigDecimal ordered,

            @Column(name = "ordered_unit", length = 3) String orderedUnit,

            @Column(name = "instead", precision = 21, scale = 6)
            BigDecimal instead,

            @Column(name = "instead_unit", length = 3) String insteadUnit) {
        static Replacement of(Substitute one) {
            return new Replacement(
                    one.item().value(),
                    one.ordered().amount(),
                    one.ordered().unit().code(),
                    one.instead().amount(),
                    one.instead().unit().code());
        }

        Substitute toSubstitute() {
            return new Substitute(
                    new ItemNumber(item),
                    new Quantity(ordered, new UnitOfMeasure(orderedUnit)),
                    new Quantity(instead, new UnitOfMeasure(insteadUnit)));
        }
    }
}
