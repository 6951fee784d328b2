package org.lottrace.api.edi;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where the mapping of partners is changed without risk: a draft beside what is in use, tried on the documents that came last, and then
 * activated, or not. Mappings are files of this node ({@code edi-mappings/partners}); nodes that share a database share that folder, too.
 */
@ProviderType
public interface MappingBench {
    /** How many documents a draft can be tried on at a time. */
    int MOST_DOCUMENTS = 100;

    String MAPPING_UNKNOWN = "PARTNER_MAPPING_UNKNOWN";
    String MAPPING_NAME_INVALID = "PARTNER_MAPPING_NAME_INVALID";
    String MAPPING_FILE_INVALID = "PARTNER_MAPPING_FILE_INVALID";
    String DRAFT_MISSING = "DRAFT_MISSING";
    String DRAFT_NOT_TRIED = "DRAFT_NOT_TRIED";
    String VERSION_UNKNOWN = "VERSION_UNKNOWN";

    /** @return all mappings by name, also those that nobody uses */
    @Operation(name = "partner-mapping.list")
    List<MappingSummary> all();

    /** @return the mapping, or empty when there is neither such a folder nor a draft of one */
    @Operation(name = "partner-mapping.find")
    Optional<PartnerMapping> find(String name);

    /**
     * Puts a file into the draft of a mapping. The first one makes the draft: a copy of what is in use, or, where no mapping has that name,
     * of nothing. What is in use stays.
     *
     * @param file an empty text takes it out of the draft
     * @return {@code PARTNER_MAPPING_NAME_INVALID}, {@code PARTNER_MAPPING_FILE_INVALID} (no file of a mapping has that name, it has more than 100,000 characters, or is no XML or
     *     settings); empty when it is so, now or before
     */
    @Operation(
            name = "partner-mapping.draft",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {MAPPING_NAME_INVALID, MAPPING_FILE_INVALID})
    List<Violation> draft(String name, MappingFile file);

    /** Throws the draft away. @return {@code DRAFT_MISSING} when there is none */
    @Operation(
            name = "partner-mapping.discard-draft",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.EACH_TIME,
            refusals = DRAFT_MISSING)
    List<Violation> discard(String name);

    /**
     * Reads the newest interchanges of the partners that use the mapping with what is in use and with the draft, and writes what they got with
     * both; applies and sends nothing. From then on the draft is tried, until it is changed; also when nothing was exchanged yet.
     *
     * @param documents how many interchanges at most, 1 to {@link #MOST_DOCUMENTS}
     * @return each of them, the newest first; what came twice, answers, what nobody makes a document of, and what would not be sent any more is
     *     passed over and not counted; it looks no further back than 5,000 interchanges; empty when there is no draft
     * @throws IllegalArgumentException if more are asked for, or none
     */
    @Operation(
            name = "partner-mapping.try",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE)
    Optional<List<TriedDocument>> tryOut(String name, int documents);

    /**
     * Shows what a file would become with the draft, or with what is in use where there is no draft; for files with which a partner is
     * certified before it goes live. Changes nothing.
     *
     * @param name of the mapping; whoever sent the file, also one whose profile does not name it yet, is read with it
     * @return with the problem {@code PARTNER_MAPPING_UNKNOWN} when there is neither such a mapping nor a draft of one
     */
    @Operation(
            name = "partner-mapping.preview",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA})
    FilePreview preview(String name, byte[] content);

    /**
     * Puts the draft into use, for whatever comes and goes from now on. What was in use is kept as a version; the audit log says who did it and why.
     *
     * @param caller who decides
     * @param reason why, at most 500 characters
     * @return {@code DRAFT_MISSING}, {@code DRAFT_NOT_TRIED} (not at all, or not as it is now), {@code PARTNER_MAPPING_FILE_INVALID}
     *     (nothing could be read with it, whatever came), {@code REASON_MISSING}, {@code REASON_TOO_LONG};
     *     empty when it is in use
     */
    @Operation(
            name = "partner-mapping.activate",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR},
            repeat = Repeat.EACH_TIME,
            refusals = {DRAFT_MISSING, DRAFT_NOT_TRIED, MAPPING_FILE_INVALID, Reason.MISSING, Reason.TOO_LONG})
    List<Violation> activate(Caller caller, String name, String reason);

    /**
     * Puts an earlier version into use again, as a new version; a draft stays as it is, and is to be tried again. The audit log says who did it and why.
     *
     * @param caller who decides
     * @param version its number
     * @param reason why, at most 500 characters
     * @return {@code PARTNER_MAPPING_UNKNOWN}, {@code VERSION_UNKNOWN}, {@code REASON_MISSING}, {@code REASON_TOO_LONG}; empty when it is in use, now or before
     */
    @Operation(
            name = "partner-mapping.roll-back",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR},
            repeat = Repeat.SAME_STATE,
            refusals = {MAPPING_UNKNOWN, VERSION_UNKNOWN, Reason.MISSING, Reason.TOO_LONG})
    List<Violation> rollBack(Caller caller, String name, int version, String reason);
}
