package org.lottrace.api.recall.answer;

import java.net.URI;
import java.util.Optional;
import org.lottrace.api.recall.notice.RecallNotice;
import org.osgi.annotation.versioning.ProviderType;

/** Where consignees answer without a login, and what proves that an answer is theirs. */
@ProviderType
public interface AnswerLinks {
    /**
     * @param noticeKey {@link RecallNotice#key()}
     * @return the page for that notice: who has the address may answer it, nobody can guess one; empty while the page has no
     *     public address
     */
    Optional<URI> linkFor(String noticeKey);

    /**
     * @param noticeKey {@link RecallNotice#key()}
     * @return what shows that a file answers that notice: given out with the notice, and as hard to guess as the address of
     *     the page; letters, digits, {@code - _}, and no spreadsheet takes it for a number or a formula
     */
    String codeFor(String noticeKey);
}
