package org.lottrace.edi.as2.internal.peer;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What is sent. The first bytes say for whom it is, as {@link TestFolders} read them. */
public final class Documents {
    private Documents() {}

    public static byte[] x12() {
        return ("ISA*00*          *00*          *ZZ*US             *ZZ*ACME           *260101*1200*U*00401*000000001*0*P*>~\r\n"
                        + "GS*SH*US*ACME*20260101*1200*1*X*004010~\nSE*1*0001~\rIEA*1*000000001~")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] edifact() {
        return "UNA:+.? 'UNB+UNOC:3+US:ZZ+ACME:ZZ+260101:1200+1'\r\nFTX+AAI+++K\u00e4se'UNZ+1+1'"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Every byte, also ends of lines and boundaries that are none. */
    public static byte[] ofSize(int bytes) {
        byte[] document = new byte[bytes];
        new Random(7).nextBytes(document);
        byte[] beginning = "FOR:ZZ:ACME \r\n--\r\n\n--LotTrace-\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(beginning, 0, document, 0, Math.min(bytes, beginning.length));
        return document;
    }
}
