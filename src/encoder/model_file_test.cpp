#include "encoder/model_file.hpp"

#include <gmock/gmock.h>

#include <fstream>

#include "encoder/find_model.hpp"

namespace recoupe::encoder {
namespace {

namespace fs = std::filesystem;

class Written {
 public:
  explicit Written(std::string const& bytes)
      : path_(fs::path(testing::TempDir()) / ("model-" + std::to_string(::getpid()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Written() { fs::remove(path_); }
  fs::path const& path() const { return path_; }

 private:
  fs::path path_;
};

std::string beginning_of_model(std::size_t bytes) {
  std::ifstream file(find_model(), std::ios::binary);
  std::string made(bytes, '\0');
  file.read(made.data(), static_cast<std::streamsize>(bytes));
  made.resize(static_cast<std::size_t>(file.gcount()));
  return made;
}

TEST(ModelFile, RefusesWhatIsNone) {
  EXPECT_EQ(ModelFile::open("/nowhere/at/all").error(), Error::no_file);
  EXPECT_EQ(ModelFile::open("/").error(), Error::no_file);
  EXPECT_EQ(ModelFile::open(Written("").path()).error(), Error::no_file);
  EXPECT_EQ(ModelFile::open(Written("something else").path()).error(), Error::not_a_model);
  EXPECT_EQ(ModelFile::open(Written("E5S1").path()).error(), Error::not_a_model);
  EXPECT_EQ(ModelFile::open(Written("E5S1" + std::string(400, '\xFF')).path()).error(), Error::not_a_model);
}

TEST(ModelFile, RefusesOneCutShortAnywhere) {
  if (find_model().empty()) GTEST_SKIP() << "no model file";
  for (std::size_t bytes : {8U, 40U, 60U, 100'000U, 1'000'000U, 4'600'000U, 5'000'000U}) {
    EXPECT_EQ(ModelFile::open(Written(beginning_of_model(bytes)).path()).error(), Error::not_a_model) << bytes;
  }
}

TEST(ModelFile, ReadsItsParts) {
  const auto file = ModelFile::open(find_model());
  if (!file) GTEST_SKIP() << "no model file";
  EXPECT_EQ(file->shape().hidden, 384U);
  EXPECT_EQ(file->shape().layers, 12U);
  EXPECT_EQ(file->pieces()[file->pieces().begin], "<s>");
  EXPECT_EQ(file->floats("l0.q.b", 384).size(), 384U);
  EXPECT_TRUE(file->floats("l0.q.b", 385).empty());
  EXPECT_TRUE(file->floats("no.such.tensor", 384).empty());
}

TEST(ModelFile, UnpacksFourBits) {
  std::array<std::uint8_t, block_bytes> block{};
  block[1] = 0x3C;  // 1.0 in half precision
  block[2] = 0x9F;  // weights 0 and 16
  std::array<float, block_weights> out{};
  unpack_block(block, out);
  EXPECT_EQ(out[0], 7);
  EXPECT_EQ(out[16], 1);
  EXPECT_EQ(out[1], -8);
}

}  // namespace
}  // namespace recoupe::encoder
