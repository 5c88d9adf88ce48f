package de.foerderkreis.finance.costplan;

import de.foerderkreis.finance.costplan.CostItem.Category;
import de.foerderkreis.finance.costplan.CostItem.LevyPool;
import de.foerderkreis.platform.money.Money;
import de.foerderkreis.platform.problem.FieldError;
import de.foerderkreis.platform.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of a cost plan as a client sent it, not yet known to make sense. */
record ItemInput(
        @Nullable String label,
        @Nullable String category,
        @Nullable Boolean eligible,
        @Nullable String quantity,
        @Nullable String unitAmount,
        @Nullable String postCategory,
        @Nullable String levyPool) {

    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_LABEL = 200;
    private static final Pattern POST_CATEGORY = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");

    private static final ItemInput EMPTY =
            new ItemInput("", "", false, "", "", "", LevyPool.GENERAL.name());

    /** A line nobody wrote into. */
    static ItemInput empty() {
        return EMPTY;
    }

    /** Category and kind of post in one, as the page's list of choices names them. */
    public String kind() {
        String name = category == null ? "" : category;
        boolean post = name.equals(Category.PERSONNEL.name());
        return post && postCategory != null && !postCategory.isBlank()
                ? name + ":" + postCategory
                : name;
    }

    /** The line with its choice taken apart again. */
    ItemInput apart() {
        int colon = category == null ? -1 : category.indexOf(':');
        return category == null || colon < 0
                ? this
                : new ItemInput(
                        label,
                        category.substring(0, colon),
                        eligible,
                        quantity,
                        unitAmount,
                        category.substring(colon + 1),
                        levyPool);
    }

    /**
     * Turns the lines of a client into cost items.
     *
     * @param amounts reads an amount as this client writes it
     * @throws Problem naming every wrong field at once
     */
    static List<CostItem> items(List<ItemInput> inputs, Function<String, Optional<Money>> amounts) {
        var errors = new ArrayList<FieldError>();
        if (inputs.isEmpty()) {
            errors.add(FieldError.of("items", "cost-plan-empty"));
        }
        if (inputs.size() > MOST_ITEMS) {
            throw Problem.invalid("items", "cost-plan-too-long", MOST_ITEMS);
        }
        var items = new ArrayList<CostItem>();
        for (int index = 0; index < inputs.size(); index++) {
            inputs.get(index).check("items[" + index + "].", amounts, errors).ifPresent(items::add);
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return items;
    }

    private Optional<CostItem> check(
            String path, Function<String, Optional<Money>> amounts, List<FieldError> errors) {
        int found = errors.size();
        String name = label == null ? "" : label.strip();
        if (name.isEmpty()) {
            errors.add(FieldError.of(path + "label", "label-missing"));
        } else if (name.length() > LONGEST_LABEL) {
            errors.add(FieldError.of(path + "label", "label-too-long", LONGEST_LABEL));
        }
        var kind = one(Category.values(), category);
        if (kind.isEmpty()) {
            errors.add(FieldError.of(path + "category", "category-unknown"));
        }
        var count = quantity == null ? Optional.<Quantity>empty() : Quantity.parse(quantity);
        if (count.isEmpty()) {
            errors.add(FieldError.of(path + "quantity", "not-a-quantity"));
        }
        var price = unitAmount == null ? Optional.<Money>empty() : amounts.apply(unitAmount);
        if (price.isEmpty()) {
            errors.add(FieldError.of(path + "unitAmount", "not-an-amount"));
        } else if (price.get().isNegative()) {
            errors.add(FieldError.of(path + "unitAmount", "amount-negative"));
        } else if (price.get().cents() > 100_000_000_000L) {
            errors.add(FieldError.of(path + "unitAmount", "amount-too-large"));
        }
        String post = postCategory == null || postCategory.isBlank() ? null : postCategory.strip();
        if (post != null && !POST_CATEGORY.matcher(post).matches()) {
            errors.add(FieldError.of(path + "postCategory", "post-category-malformed"));
        }
        var pool =
                levyPool == null || levyPool.isBlank()
                        ? Optional.of(LevyPool.GENERAL)
                        : one(LevyPool.values(), levyPool);
        if (pool.isEmpty()) {
            errors.add(FieldError.of(path + "levyPool", "levy-pool-unknown"));
        }
        if (errors.size() > found) {
            return Optional.empty();
        }
        return Optional.of(
                new CostItem(
                        name,
                        kind.orElseThrow(),
                        Boolean.TRUE.equals(eligible),
                        count.orElseThrow(),
                        price.orElseThrow(),
                        post,
                        pool.orElseThrow()));
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, @Nullable String name) {
        return Arrays.stream(values).filter(it -> it.name().equals(name)).findFirst();
    }
}
