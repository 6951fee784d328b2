package org.lottrace.api.edi;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** Interchanges with trading partners. */
@ProviderType
public interface Interchanges {
    /**
     * Puts the set into an interchange, checks it against the schema and stores it for sending; the file is written to
     * the outbox folder after the commit. Idempotent by code and key. Joins the caller's unit of work or opens one.
     *
     * @return every problem: {@code NO_EDI_ADDRESS}, {@code NO_OWN_ADDRESS}, {@code CONTENT_NOT_WRITABLE}, {@code
     *     SCHEMA_MISSING}, or what the schema check found; empty when it is stored, now or before
     */
    List<Violation> send(OutboundTransactionSet set);

    /**
     * Checks a file as if it had been dropped into the inbox: syntax, envelope, partner, and the content through its
     * handler. Changes nothing. Called outside any unit of work.
     *
     * @param content the bytes of the file
     * @return every problem with its position; empty when the file would be accepted
     */
    @Operation(
            name = "interchange.check",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.RECEIVER})
    List<Violation> check(byte[] content);

    /**
     * Shows what a file would become, field by field. Changes nothing, and holds nothing against what is stored.
     *
     * @param content the bytes of the file
     */
    @Operation(
            name = "interchange.preview",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.RECEIVER})
    FilePreview preview(byte[] content);

    /**
     * Says what {@link #check} says and shows what {@link #preview} shows; the file is taken apart once for both. Changes nothing.
     *
     * @param content the bytes of the file
     */
    @Operation(
            name = "interchange.examine",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA, Role.RECEIVER})
    CheckedFile examine(byte[] content);

    /** @return the newest records of the log, newest first, at most {@code limit} */
    @Operation(name = "interchange.list")
    List<InterchangeRecord> recent(int limit);

    /**
     * @param before number in the log of the last record of the page before; empty for the first page
     * @param filter which ones
     * @param limit how many at most; as many come while there may be more
     * @return a page of the records of the log, newest first
     */
    @Operation(name = "interchange.list-before")
    List<InterchangeRecord> before(Optional<Long> before, InterchangeFilter filter, int limit);

    /** @return the record with that number in the log, or empty */
    @Operation(name = "interchange.find")
    Optional<InterchangeRecord> find(long id);

    /** @return what was received or written, or what waits to be written, or empty when there is no record with that number */
    @Operation(name = "interchange.text")
    Optional<InterchangeText> text(long id);
}
