/**
 * HM Revenue & Customs' monthly rates: one CSV a month, all against the pound.
 */
@NullMarked
package io.quittance.fx.hmrc;

import org.jspecify.annotations.NullMarked;
