/* Copies a CSV file without quotes into a sheet in constant memory: texts, days and numbers, each in a format. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static int is_number(const char *text) {
    char *end;
    if (!isdigit((unsigned char)*text) && *text != '-') return 0;
    strtod(text, &end);
    return *end == 0;
}

static int is_day(const char *text, lxw_datetime *day) {
    int end = 0;
    return sscanf(text, "%4d-%2d-%2d%n", &day->year, &day->month, &day->day, &end) == 3 && end == 10 && text[end] == 0;
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    FILE *input = fopen(argv[1], "r");
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(argv[2], &options);
    if (!input || !book) return 66;
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    lxw_format *text = workbook_add_format(book), *date = workbook_add_format(book);
    format_set_align(text, LXW_ALIGN_LEFT);
    format_set_num_format(date, "yyyy-mm-dd");
    /* A format for each number of digits after the point. */
    lxw_format *numbers[7];
    for (int places = 0; places < 7; places++) {
        char pattern[] = "#,##0.000000";
        pattern[places ? 6 + places : 5] = 0;
        numbers[places] = workbook_add_format(book);
        format_set_num_format(numbers[places], pattern);
    }
    char *line = NULL;
    size_t size = 0;
    int row = 0, columns = 0;
    while (getline(&line, &size, input) > 0) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line, *field;
        int column = 0;
        for (; (field = strsep(&rest, ",")) != NULL; column++) {
            lxw_datetime day = {0};
            if (!*field) continue;
            if (is_number(field)) {
                const char *point = strchr(field, '.');
                size_t places = point ? strlen(point + 1) : 0;
                worksheet_write_number(sheet, row, column, atof(field), numbers[places > 6 ? 6 : places]);
            } else if (is_day(field, &day)) {
                worksheet_write_datetime(sheet, row, column, &day, date);
            } else {
                worksheet_write_string(sheet, row, column, field, text);
            }
        }
        columns = column;
        row++;
    }
    worksheet_autofilter(sheet, 0, 0, row - 1, columns - 1);
    return workbook_close(book);
}
