package de.foerderkreis.finance.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.foerderkreis.finance.DemoFigures;
import de.foerderkreis.platform.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LargestRemainderTests {

    private static final List<Weight> BASES =
            DemoFigures.expected("levy_base_eur").entrySet().stream()
                    .map(it -> new Weight(it.getKey(), BigInteger.valueOf(it.getValue().cents())))
                    .toList();

    @Test
    void splitsTheNetCostLikeTestVectorA() {
        var portions = LargestRemainder.split(Money.parse("80000.00"), BASES);

        assertThat(shares(portions)).isEqualTo(DemoFigures.expected("share_80000_eur"));
        assertThat(sum(portions)).isEqualTo(Money.parse("80000.00"));
        assertThat(Money.sum(portions.stream().map(Portion::floor).toList()))
                .isEqualTo(Money.parse("79999.90"));
        assertThat(
                        portions.stream()
                                .filter(Portion::gotExtraCent)
                                .sorted(Comparator.comparingInt(Portion::rank))
                                .map(Portion::ags))
                .as("Niederkassel, Windeck, Alfter, Neunkirchen-Seelscheid, Ruppichteroth, …")
                .containsExactly(
                        "05382044",
                        "05382076",
                        "05382004",
                        "05382040",
                        "05382052",
                        "05382068",
                        "05382032",
                        "05382064",
                        "05382024",
                        "05382028");
    }

    @Test
    void roundingEveryShareOnItsOwnLosesACent() {
        BigInteger whole =
                BASES.stream().map(Weight::value).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger cents = BigInteger.valueOf(8_000_000);
        Map<String, Money> naive =
                BASES.stream()
                        .collect(
                                Collectors.toMap(
                                        Weight::ags,
                                        it ->
                                                Money.ofCents(
                                                        halfUp(
                                                                cents.multiply(it.value()),
                                                                whole))));

        assertThat(Money.sum(naive.values())).isEqualTo(Money.parse("79999.99"));
        assertThat(naive.get("05382028")).isEqualTo(Money.parse("3936.64"));

        var ours = LargestRemainder.split(Money.parse("80000.00"), BASES);
        assertThat(sum(ours)).isEqualTo(Money.parse("80000.00"));
        assertThat(shares(ours).get("05382028")).isEqualTo(Money.parse("3936.65"));
    }

    @Test
    void aNegativeAmountMirrorsTheTable() {
        var mirrored =
                LargestRemainder.split(Money.parse("-80000.00"), BASES).stream()
                        .collect(Collectors.toMap(Portion::ags, it -> it.share().negate()));

        assertThat(mirrored).isEqualTo(DemoFigures.expected("share_80000_eur"));
    }

    @Test
    void splitsTheCostAfterTheFundingHasEnded() {
        var portions = LargestRemainder.split(Money.parse("250000.00"), BASES);

        assertThat(shares(portions)).isEqualTo(DemoFigures.expected("share_250000_eur"));
        assertThat(sum(portions)).isEqualTo(Money.parse("250000.00"));
    }

    @Test
    void splitsByInhabitantsForComparison() {
        var inhabitants =
                DemoFigures.municipalities().stream()
                        .map(it ->
                                new Weight(
                                        it.getField("ags"),
                                        new BigInteger(it.getField("inhabitants"))))
                        .toList();

        assertThat(shares(LargestRemainder.split(Money.parse("80000.00"), inhabitants)))
                .isEqualTo(DemoFigures.expected("per_inhabitant_key_80000_eur"));
    }

    @Test
    void equalRemaindersGoByAscendingKey() {
        var three =
                List.of(
                        new Weight("05382012", BigInteger.ONE),
                        new Weight("05382004", BigInteger.ONE),
                        new Weight("05382008", BigInteger.ONE));

        assertThat(shares(LargestRemainder.split(Money.ofCents(100), three)))
                .isEqualTo(
                        Map.of(
                                "05382004", Money.ofCents(34),
                                "05382008", Money.ofCents(33),
                                "05382012", Money.ofCents(33)));
    }

    @Test
    void nobodyToApportionToIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofCents(1), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LargestRemainder.split(
                                Money.ofCents(1),
                                List.of(new Weight("05382004", BigInteger.ZERO))));
    }

    @Test
    void oneMunicipalityTakesPartOnlyOnce() {
        var twice =
                List.of(
                        new Weight("05382004", BigInteger.ONE),
                        new Weight("05382004", BigInteger.TWO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofCents(1), twice));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesAlwaysSumToTheAmount(long seed) {
        var some = Sample.of(seed);
        assertThat(sum(some.split())).as("seed %s", seed).isEqualTo(some.amount());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfTheInputDoesNotMatter(long seed) {
        var some = Sample.of(seed);
        var shuffled = new ArrayList<>(some.weights());
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(LargestRemainder.split(some.amount(), shuffled))
                .as("seed %s", seed)
                .isEqualTo(some.split());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoBringsMoreNeverBearsLess(long seed) {
        var some = Sample.of(seed);
        Map<String, Money> shares = shares(some.split());
        for (Weight one : some.weights()) {
            for (Weight other : some.weights()) {
                if (one.value().compareTo(other.value()) > 0) {
                    long more = Math.abs(shares.get(one.ags()).cents());
                    long less = Math.abs(shares.get(other.ags()).cents());
                    assertThat(more).as("seed %s", seed).isGreaterThanOrEqualTo(less);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noShareIsACentAwayFromItsExactQuota(long seed) {
        var some = Sample.of(seed);
        BigInteger whole =
                some.weights().stream().map(Weight::value).reduce(BigInteger.ZERO, BigInteger::add);
        Map<String, Money> shares = shares(some.split());
        for (Weight weight : some.weights()) {
            BigInteger exact = BigInteger.valueOf(some.amount().cents()).multiply(weight.value());
            BigInteger given = BigInteger.valueOf(shares.get(weight.ags()).cents()).multiply(whole);
            assertThat(given.subtract(exact).abs()).as("seed %s", seed).isLessThan(whole);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** A district nobody has heard of, the same one for the same seed. */
    private record Sample(Money amount, List<Weight> weights) {

        static Sample of(long seed) {
            var random = new Random(seed);
            int towns = 1 + random.nextInt(60);
            var weights = new ArrayList<Weight>();
            for (int town = 0; town < towns; town++) {
                // Few distinct values on purpose: ties are where such code breaks.
                long value = random.nextBoolean() ? random.nextInt(4) : random.nextLong(1L << 40);
                weights.add(
                        new Weight(
                                String.format("%08d", 5_382_000 + town),
                                BigInteger.valueOf(town == 0 ? value + 1 : value)));
            }
            return new Sample(Money.ofCents(random.nextLong(-50_000_000, 50_000_000)), weights);
        }

        List<Portion> split() {
            return LargestRemainder.split(amount, weights);
        }
    }

    private static long halfUp(BigInteger numerator, BigInteger denominator) {
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    private static Map<String, Money> shares(List<Portion> portions) {
        return portions.stream().collect(Collectors.toMap(Portion::ags, Portion::share));
    }

    private static Money sum(List<Portion> portions) {
        return Money.sum(portions.stream().map(Portion::share).toList());
    }
}
