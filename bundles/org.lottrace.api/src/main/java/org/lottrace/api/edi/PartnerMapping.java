package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.id.PartyId;

/**
 * What was agreed with partners about their documents, as files.
 *
 * @param name of its folder, as partners' profiles name it
 * @param partners who have it in their profile, by number
 * @param files in use, by name
 * @param draft what they would be, all of them, by name; empty when there is no draft
 * @param isTried whether the draft was tried as it is now
 * @param versions what they were, the newest first, at most 100
 */
public record PartnerMapping(
        String name,
        List<PartyId> partners,
        List<MappingFile> files,
        List<MappingFile> draft,
        boolean isTried,
        List<MappingVersion> versions) {
    public PartnerMapping {
        Objects.requireNonNull(name);
        partners = List.copyOf(partners);
        files = List.copyOf(files);
        draft = List.copyOf(draft);
        versions = List.copyOf(versions);
    }
}
