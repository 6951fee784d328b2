package org.lottrace.edi.as2.internal.cms;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lottrace.edi.as2.internal.mime.MalformedMessageException;

/**
 * Walks over BER (X.690) before a library reads it: lengths that lie and depths without end would cost it memory or stack without
 * bounds.
 */
final class AsnShape {
    private static final int DEEPEST = 40;

    /** Signers, recipients, certificates, attributes: a library sorts them, which takes long for many. */
    private static final int MOST_OF_A_SET = 50;

    private static final int MOST_LENGTH_BYTES = 4;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONSTRUCTED = 0x20;
    private static final int NUMBER = 0x1f;
    private static final int CLASS_0 = 0x80;
    private static final int CLASS_AND_KIND = 0xe0;
    private static final int TAGGED = 0xa0;
    private static final int INDEFINITE = -1;

    /** SEQUENCE ContentInfo, [0], SEQUENCE of the kind, SEQUENCE with the content. */
    private static final int DEPTH_OF_CONTENT = 4;

    private final byte[] bytes;
    private final boolean hasMore;
    private final Deque<Opened> opened = new ArrayDeque<>();
    private int position;

    private static final class Opened {
        private final int tag;
        private final long end;
        private final boolean isBehindSet;
        private int children;
        private int lastChild;

        Opened(int tag, long end, boolean isBehindSet) {
            this.tag = tag;
            this.end = end;
            this.isBehindSet = isBehindSet;
        }

        /** A set whose tag is another one, such as that of signed attributes, looks like anything that is tagged. */
        boolean isSet() {
            return tag == SET || (tag & CLASS_AND_KIND) == TAGGED;
        }
    }

    private AsnShape(byte[] bytes, boolean hasMore) {
        this.bytes = bytes;
        this.hasMore = hasMore;
    }

    /** Checks a structure that is there as a whole. */
    static void checkWhole(byte[] bytes) throws MalformedMessageException {
        new AsnShape(bytes, false).walk();
    }

    /**
     * Checks everything in front of the content of an EnvelopedData or CompressedData (RFC 5652, RFC 3274).
     *
     * @param head its first bytes
     * @throws MalformedMessageException also if the content does not begin within them
     */
    static void checkHead(byte[] head) throws MalformedMessageException {
        new AsnShape(head, true).walk();
    }

    private void walk() throws MalformedMessageException {
        while (true) {
            while (!opened.isEmpty() && opened.peek().end == position) {
                opened.pop();
            }
            if (opened.isEmpty() && position > 0) {
                require(!hasMore, "there is no content in it");
                return;
            }
            int tag = next();
            if (tag == 0) {
                require(next() == 0 && !opened.isEmpty() && opened.pop().end == INDEFINITE, "an end without beginning");
                continue;
            }
            skipLongNumber(tag);
            long length = length((tag & CONSTRUCTED) != 0);
            if (hasMore && isContent(tag)) {
                return;
            }
            element(tag, length);
        }
    }

    private void element(int tag, long length) throws MalformedMessageException {
        Opened parent = opened.peek();
        long end = length == INDEFINITE ? INDEFINITE : position + length;
        require(parent == null || parent.end == INDEFINITE || end <= parent.end, "a part is longer than the whole");
        if ((tag & CONSTRUCTED) != 0) {
            require(opened.size() < DEEPEST, "it is nested too deeply");
            require(hasMore || end <= bytes.length, "it is cut off");
            opened.push(new Opened(tag, end, parent != null && parent.lastChild == SET));
        } else {
            require(end <= bytes.length, "it is cut off, or has too much in front of its content");
            position = (int) end;
        }
        if (parent != null) {
            parent.children++;
            parent.lastChild = tag;
            require(
                    !parent.isSet() || parent.children <= MOST_OF_A_SET,
                    "a set has more than " + MOST_OF_A_SET + " elements");
        }
    }

    /** EnvelopedData: OID, SEQUENCE, [0], behind the SET of recipients. CompressedData: OID, [0], as the third element. */
    private boolean isContent(int tag) {
        Opened parent = opened.peek();
        if ((tag & ~CONSTRUCTED) != CLASS_0 || opened.size() != DEPTH_OF_CONTENT || parent.tag != SEQUENCE) {
            return false;
        }
        Opened kind = opened.stream().skip(1).findFirst().orElseThrow();
        return parent.isBehindSet ? parent.children == 2 : parent.children == 1 && kind.children == 3;
    }

    private void skipLongNumber(int tag) throws MalformedMessageException {
        if ((tag & NUMBER) == NUMBER) {
            for (int i = 0; (next() & CLASS_0) != 0; i++) {
                require(i < MOST_LENGTH_BYTES, "the number of a tag is too long");
            }
        }
    }

    private long length(boolean isConstructed) throws MalformedMessageException {
        int first = next();
        if (first < CLASS_0) {
            return first;
        }
        int count = first & ~CLASS_0;
        if (count == 0) {
            require(isConstructed, "a value without length");
            return INDEFINITE;
        }
        require(count <= MOST_LENGTH_BYTES, "a length is too long");
        long length = 0;
        for (int i = 0; i < count; i++) {
            length = length << Byte.SIZE | next();
        }
        return length;
    }

    private int next() throws MalformedMessageException {
        require(position < bytes.length, "it is cut off, or has too much in front of its content");
        int b = bytes[position] & 0xff;
        position++;
        return b;
    }

    private void require(boolean isRight, String problem) throws MalformedMessageException {
        if (!isRight) {
            throw new MalformedMessageException(
                    "the CMS structure cannot be read at byte " + position + ": " + problem);
        }
    }
}
