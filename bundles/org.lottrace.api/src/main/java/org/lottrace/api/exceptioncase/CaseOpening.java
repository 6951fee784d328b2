package org.lottrace.api.exceptioncase;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens and closes cases for services, in the unit of work in which they record what the cases are about. Owner and deadline of a new
 * case are those of its code, see the configuration {@code org.lottrace.movement.capture.cases}.
 */
@ProviderType
public interface CaseOpening {
    /** Opens a case for each finding of an event, in the unit of work in which it is recorded. */
    void open(RecordedEvent recorded, List<Noted> noted);

    /**
     * Opens a case about something that no event says itself. Joins the caller's unit of work or opens one, and is the last that it
     * writes: cases are numbered one after the other.
     *
     * @param event the newest event that it follows from
     */
    void open(String code, EventId event, Optional<LotKey> lot, SiteId site, String message);

    /** The same, unless there is or was a case with the same code, event and message. */
    void openOnce(String code, EventId event, Optional<LotKey> lot, SiteId site, String message);

    /**
     * Makes the open cases of an event what is still found: closes those that are not found any more, and opens those that are found and
     * not there. One that somebody else has closed stays closed. Idempotent; joins the caller's unit of work or opens one.
     *
     * @param which of the cases of the event this is about
     * @param found what is found now, each with code and message
     * @param by who closes, as an actor is named
     * @param reason cut after 2000 characters
     */
    void renew(EventId event, SiteId site, Predicate<ExceptionCase> which, List<Noted> found, String by, String reason);

    /**
     * Closes what is open of an event.
     *
     * @param by who does it, as an actor is named
     * @param reason cut after 2000 characters
     */
    void close(EventId event, String by, String reason);

    /** Closes what is open of an event and fits. Joins the caller's unit of work or opens one. */
    void close(EventId event, Predicate<ExceptionCase> which, String by, String reason);

    /** Closes what is open of an event with that code about that lot. */
    void close(EventId event, String code, LotKey lot, String by, String reason);
}
