package org.lottrace.handover.internal.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.account.AccountCriterion;
import org.lottrace.api.account.AccountQuestion;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;

/** A line of the journal as rules see it. */
record AccountCase(
        Account account,
        LocalDate day,
        Set<String> itemClasses,
        Optional<ItemType> itemType,
        Optional<SiteId> site,
        Optional<DocumentType> document,
        Optional<EventType> event,
        Optional<String> reason) {

    /** @param item of the lot of the line; absent when it has none */
    static AccountCase of(Account account, JournalEntry entry, TraceEvent event, Optional<Item> item) {
        return new AccountCase(
                account,
                entry.accountingDate(),
                classes(item),
                item.map(Item::type),
                Optional.of(event.context().site()),
                Optional.of(entry.document().type()),
                Optional.of(entry.type()),
                reason(event));
    }

    /** @param item that the question names */
    static AccountCase of(AccountQuestion question, Optional<Item> item) {
        return new AccountCase(
                question.account(),
                question.day(),
                classes(item),
                item.map(Item::type),
                question.site(),
                question.document(),
                question.event(),
                question.eventReason());
    }

    private static Set<String> classes(Optional<Item> item) {
        return item.map(known -> known.segregation().classes()).orElse(Set.of());
    }

    private static Optional<String> reason(TraceEvent event) {
        return said(event, KeyDataElement.DISPOSAL_REASON).or(() -> said(event, KeyDataElement.REASON));
    }

    private static Optional<String> said(TraceEvent event, KeyDataElement element) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(element.word()))
                .map(datum -> datum.value().text())
                .findFirst();
    }

    /** @return what the scope names and this case does not have */
    List<AccountCriterion> notMet(AccountScope scope) {
        List<AccountCriterion> notMet = new ArrayList<>();
        if (scope.itemClass().filter(name -> !itemClasses.contains(name)).isPresent()) {
            notMet.add(AccountCriterion.ITEM_CLASS);
        }
        differs(scope.itemType(), itemType, AccountCriterion.ITEM_TYPE, notMet);
        differs(scope.site(), site, AccountCriterion.SITE, notMet);
        differs(scope.document(), document, AccountCriterion.DOCUMENT, notMet);
        differs(scope.event(), event, AccountCriterion.EVENT, notMet);
        if (scope.eventReason()
                .filter(wanted -> reason.filter(said -> ReasonText.folded(said).equals(ReasonText.folded(wanted)))
                        .isEmpty())
                .isPresent()) {
            notMet.add(AccountCriterion.REASON);
        }
        return notMet;
    }

    private static <T> void differs(
            Optional<T> wanted, Optional<T> has, AccountCriterion criterion, List<AccountCriterion> notMet) {
        if (wanted.isPresent() && !wanted.equals(has)) {
            notMet.add(criterion);
        }
    }
}
