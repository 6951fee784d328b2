package org.lottrace.api.account;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemType;

/**
 * For which lines of the journal a rule is meant: everything that is named has to be true. A line without a lot has no item. The
 * reversal of an event counts as what it undoes.
 *
 * @param itemClass for items of that class ({@link org.lottrace.api.lot.Segregation#classes})
 * @param itemType for items of that type
 * @param site for events at that site; not for goods on stock or in process, whose moves from site to site are not booked
 * @param document for entries whose main document is of that kind
 * @param event for events of that kind, one of {@link #EVENTS}
 * @param eventReason for events with that disposal reason, or else that reason, 1 to 500 characters; capitals and outer blanks do not count
 */
public record AccountScope(
        Optional<String> itemClass,
        Optional<ItemType> itemType,
        Optional<SiteId> site,
        Optional<DocumentType> document,
        Optional<EventType> event,
        Optional<String> eventReason) {
    /** Kinds of events whose entries have lines of their own: those that the books book, but for reversals, which count as what they undo. */
    public static final Set<EventType> EVENTS = Collections.unmodifiableSet(EnumSet.of(
            EventType.OPENING,
            EventType.RECEIVE,
            EventType.CONSUME,
            EventType.PRODUCE,
            EventType.SHIP,
            EventType.RETURN,
            EventType.SUPPLIER_RETURN,
            EventType.COUNT,
            EventType.GAIN,
            EventType.COST,
            EventType.SPLIT,
            EventType.MERGE,
            EventType.RELABEL,
            EventType.REPACK,
            EventType.DISPOSE,
            EventType.SAMPLE));

    /** For everything that no other rule decides. */
    public static final AccountScope EVERYTHING = new AccountScope(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AccountScope {
        Objects.requireNonNull(itemClass);
        Objects.requireNonNull(itemType);
        Objects.requireNonNull(site);
        Objects.requireNonNull(document);
        Objects.requireNonNull(event);
        Objects.requireNonNull(eventReason);
    }

    /** @return what it names */
    public Set<AccountCriterion> named() {
        Set<AccountCriterion> named = EnumSet.noneOf(AccountCriterion.class);
        add(AccountCriterion.ITEM_CLASS, itemClass, named);
        add(AccountCriterion.ITEM_TYPE, itemType, named);
        add(AccountCriterion.SITE, site, named);
        add(AccountCriterion.DOCUMENT, document, named);
        add(AccountCriterion.EVENT, event, named);
        add(AccountCriterion.REASON, eventReason, named);
        return named;
    }

    private static void add(AccountCriterion criterion, Optional<?> value, Set<AccountCriterion> named) {
        if (value.isPresent()) {
            named.add(criterion);
        }
    }

    /**
     * How special it is, the more the higher: a class of items before a type of items before a site before a kind of document before a
     * kind of event before a reason, whatever else is named. Class and site come before class alone, class alone before type and site.
     *
     * @return 0 for {@link #EVERYTHING} to 63
     */
    public int specificity() {
        int last = AccountCriterion.values().length - 1;
        return named().stream()
                .mapToInt(criterion -> 1 << (last - criterion.ordinal()))
                .sum();
    }
}
