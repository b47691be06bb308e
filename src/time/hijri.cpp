#include "time/hijri.hpp"

#include <unicode/calendar.h>

#include <memory>

namespace recoupe::time {
namespace {

using Calendar = std::unique_ptr<icu::Calendar>;

Calendar calendar() {
  UErrorCode status = U_ZERO_ERROR;
  Calendar made(icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(),
                                              icu::Locale("en@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return nullptr;
  made->setLenient(0);
  return made;
}

}  // namespace

std::optional<std::chrono::sys_days> day_of_hijri(int year, int month, int day) {
  constexpr int first_year = 1300;
  constexpr int last_year = 1600;
  const auto at = calendar();
  if (!at || year < first_year || year > last_year) return std::nullopt;
  at->clear();
  at->set(year, month - 1, day);
  UErrorCode status = U_ZERO_ERROR;
  const auto milliseconds = at->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_time<std::chrono::milliseconds>(
      std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds))));
}

int days_in_hijri(int year, int month) { return day_of_hijri(year, month, 30) ? 30 : 29; }

int hijri_year_at(std::chrono::sys_days day) {
  const auto at = calendar();
  UErrorCode status = U_ZERO_ERROR;
  if (!at) return 0;
  at->setTime(static_cast<UDate>(std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count()),
              status);
  const int year = at->get(UCAL_EXTENDED_YEAR, status);
  return U_SUCCESS(status) ? year : 0;
}

}  // namespace recoupe::time
