/**
 * The shape of an 856 between XML and ship notice: plain classes without a rule, filled and read by MOXy. Which field of
 * the message fills which field here is said by the binding of the partner (edi-mappings/partners), never here.
 */
package org.lottrace.edi.asn856.internal.wire;
