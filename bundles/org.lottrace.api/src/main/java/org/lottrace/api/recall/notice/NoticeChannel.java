package org.lottrace.api.recall.notice;

import org.lottrace.api.partner.Party;
import org.osgi.annotation.versioning.ConsumerType;

/** A way to tell consignees; a whiteboard service. When several reach a consignee, the most preferred one is used. */
@ConsumerType
public interface NoticeChannel {
    /** @return its name as it is recorded with each attempt, such as {@code EMAIL}; 1 to 30 characters */
    String method();

    /** @return how good it is; of those that reach a consignee the highest is used, then the first by method */
    int preference();

    /** @return true when a notice can get to that party this way */
    boolean reaches(Party party);

    /**
     * Sends the notice. Called outside any unit of work, after the commit that queued it, at least once: after a crash the
     * same notice is sent again with the same key. When it throws, that is recorded with its message, and it is tried again
     * later.
     *
     * @return to which address it went, for people
     * @throws NoticeNotSentException if it could not be sent; the message says why
     */
    String send(RecallNotice notice);
}
