package org.lottrace.api.recall;

import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where consignees answer without a login. */
@ProviderType
public interface AnswerLinks {
    /**
     * @param noticeKey {@link RecallNotice#key()}
     * @return the page for that notice: who has the address may answer it, nobody can guess one; empty while the page has no
     *     public address
     */
    Optional<URI> linkFor(String noticeKey);
}
