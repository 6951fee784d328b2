package org.lottrace.api.account;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;

/**
 * A line of the journal as it could be. What is absent no line has: a rule that names it does not cover the case.
 *
 * @param account which account of LotTrace
 * @param day accounting date
 * @param item whose class and type count
 * @param site where it happens
 * @param document kind of the main document
 * @param event kind of the event
 * @param eventReason why it is done
 */
public record AccountQuestion(
        Account account,
        LocalDate day,
        Optional<ItemNumber> item,
        Optional<SiteId> site,
        Optional<DocumentType> document,
        Optional<EventType> event,
        Optional<String> eventReason) {
    public AccountQuestion {
        Objects.requireNonNull(account);
        Objects.requireNonNull(day);
        Objects.requireNonNull(item);
        Objects.requireNonNull(site);
        Objects.requireNonNull(document);
        Objects.requireNonNull(event);
        Objects.requireNonNull(eventReason);
    }
}
