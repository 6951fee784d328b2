package org.lottrace.edi.as2.internal.message;

import java.util.List;
import java.util.Optional;
import org.lottrace.edi.as2.internal.cms.Signatures;
import org.lottrace.edi.as2.internal.mime.Entity;
import org.lottrace.edi.as2.internal.mime.Slice;

/**
 * What is inside a message.
 *
 * @param content the innermost entity
 * @param micOver the bytes that a receipt vouches for (RFC 4130, 7.3.1; RFC 5402, 4)
 * @param signedWith empty: it was not signed
 */
public record Unwrapped(Entity content, Slice micOver, Optional<Signatures.Verified> signedWith, boolean isEncrypted) {
    public boolean isSigned() {
        return signedWith.isPresent();
    }

    /** @return of the partner's signatures; none when it was not signed */
    public List<String> signatures() {
        return signedWith.map(Signatures.Verified::values).orElse(List.of());
    }
}
