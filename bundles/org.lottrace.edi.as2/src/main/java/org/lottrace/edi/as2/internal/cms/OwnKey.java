package org.lottrace.edi.as2.internal.cms;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** Our private key and the certificate that partners have of it. */
public record OwnKey(PrivateKey key, X509Certificate certificate) {}
